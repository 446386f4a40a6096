import type { UsedModel, Weight } from '@/src/recommend';

const signed = (weight: number): string => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`;

const Weights = ({ caption, weights }: { caption: string; weights: Weight[] }) => (
  <table className="figures">
    <caption className="text-left">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Sign</th>
        <th scope="col">Log-odds</th>
      </tr>
    </thead>
    <tbody>
      {weights.map(({ sign, weight }) => (
        <tr key={sign}>
          <td>{sign}</td>
          <td>{signed(weight)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** The strongest weights of the model in use. */
export const InterestWeights = ({ used: { raises, lowers } }: { used: UsedModel }) => (
  <>
    <Weights caption="What raises a paper most" weights={raises} />
    <Weights caption="What lowers it most" weights={lowers} />
  </>
);
