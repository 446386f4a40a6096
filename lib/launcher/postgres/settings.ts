/** Written into the cluster when it is made: these hold `%` and blanks, which no shell passes on alike. */
export const settingsOfCluster: readonly string[] = [
  // One file for each day of the week, begun anew a week later.
  'log_filename=postgresql-%a.log',
  'log_line_prefix=%m [%p] %q%a ',
];

/**
 * Given at every start, so that a newer Broadsheet's choice reaches an older cluster. Durability stays as PostgreSQL has
 * it (fsync, synchronous_commit on). Sizes suit a laptop or a small server that does other work as well.
 */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // A socket's folder would have to be shared between users, and nothing here needs one.
  unix_socket_directories: '',
  max_connections: '100',
  password_encryption: 'scram-sha-256',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  // Compiling costs more than our short queries take; parallel workers want more /dev/shm than containers give.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  idle_in_transaction_session_timeout: '10min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  log_directory: '../log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_checkpoints: 'off',
};

/** The one string that `pg_ctl -o` wants; no value needs quoting. */
export const startOptions = (port: number): string =>
  [`-p ${port}`, ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)].join(' ');
