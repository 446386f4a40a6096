type Row = { votes: number; ageDays: number; points: number };

/** The trending formula with numbers put in. */
export const TrendingTable = ({ rows }: { rows: Row[] }) => (
  <table className="figures">
    <caption className="sr-only">Papers as trending ranks them, the highest first</caption>
    <thead>
      <tr>
        <th scope="col">Votes</th>
        <th scope="col">First listed</th>
        <th scope="col">Points against today, 0 votes</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={`${row.votes}-${row.ageDays}`}>
          <td>{row.votes}</td>
          <td>{row.ageDays === 0 ? 'today' : row.ageDays === 1 ? 'yesterday' : `${row.ageDays} days ago`}</td>
          <td>{row.points.toFixed(2).replace('-', '−')}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
