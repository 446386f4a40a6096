import { writeFileSync } from 'node:fs';
import { packModel, trainInterest } from '@/src/recommend';
import { CARRIED, carries } from './carried';
import { interestCollection } from './collection';

// node --max-old-space-size=6000 --import tsx tests/bench/interest/train.ts: writes the weights that ship with the application, from all recorded days.
const { examples, events } = await interestCollection();
const carried = examples.filter(carries);
const model = packModel(trainInterest({ examples: carried, events }));
const path = 'src/recommend/shipped-model.json';
writeFileSync(path, `${JSON.stringify(model, null, 2)}\n`);
process.stdout.write(
  `${path}: ${carried.length} papers of ${CARRIED.join(', ')}, ${JSON.stringify(model).length} bytes\n`,
);
