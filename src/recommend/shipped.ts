import { type InterestModel, type PackedModel, unpackModel } from './interest-model';
import packed from './shipped-model.json';

/** Changes with the weights: a score that bears another name is made anew. */
const nameOf = (model: PackedModel): string => {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(model);
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `shipped-${(hash >>> 0).toString(36)}`;
};

/** A model under the name that its scores are stored with. */
export type NamedModel = { name: string; model: InterestModel };

let unpacked: NamedModel | undefined;

/** The weights that come with the application; MODEL-CARD.md tells what they were trained on. Unpacked on first use. */
export function shippedModel(): NamedModel {
  unpacked ??= { name: nameOf(packed as PackedModel), model: unpackModel(packed as PackedModel) };
  return unpacked;
}
