import postgres from 'postgres';

type Cluster = { adminPassword: string; password: string };

const ROLE = 'broadsheet';

const urlFor = (options: { user: string; password: string; port: number; database: string }): string =>
  `postgres://${options.user}:${options.password}@127.0.0.1:${options.port}/${options.database}`;

/** The address that the application gets. */
export const applicationUrl = (cluster: Cluster, port: number): string =>
  urlFor({ user: ROLE, password: cluster.password, port, database: ROLE });

/** One connection as the cluster's administrator, closed afterwards. */
export async function asAdministrator<T>(
  cluster: Cluster,
  port: number,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const url = urlFor({ user: 'postgres', password: cluster.adminPassword, port, database: 'postgres' });
  const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/**
 * Makes the application's role and database, or sets the role's password anew. No superuser, so that a hole in the
 * application is not one in the machine; it may make databases, which tests and restores want.
 */
export async function prepareDatabase(sql: postgres.Sql, cluster: Cluster): Promise<void> {
  const roles = await sql`SELECT 1 FROM pg_roles WHERE rolname = ${ROLE}`;
  const verb = roles.length === 0 ? 'CREATE' : 'ALTER';
  // The password is our own base64url text; a utility statement takes no parameters.
  await sql.unsafe(`${verb} ROLE ${ROLE} LOGIN CREATEDB PASSWORD '${cluster.password}'`);
  const databases = await sql`SELECT 1 FROM pg_database WHERE datname = ${ROLE}`;
  if (databases.length === 0) await sql.unsafe(`CREATE DATABASE ${ROLE} OWNER ${ROLE}`);
}

/** The folder that the server on this port has open, as it says itself. */
export const dataDirectoryOf = (cluster: Cluster, port: number): Promise<string> =>
  asAdministrator(cluster, port, async (sql) => {
    const [row] = await sql<{ data_directory: string }[]>`SHOW data_directory`;
    return row?.data_directory ?? '';
  });
