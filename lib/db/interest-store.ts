import type postgres from 'postgres';
import { z } from 'zod';
import { type InterestStore, tellingSigns } from '@/src/recommend';
import { usedModel } from './interest/used-model';

const TOLD = 12;

const rates = z.object({ auc: z.number(), first: z.number() });
const figuresOf = z.object({ own: rates, shipped: rates });

/** What the page about the order tells of the weights in use. */
export const interestStore = (sql: postgres.Sql): InterestStore => ({
  async used() {
    const { name, model } = await usedModel(sql);
    const [last] = await sql<{ madeAt: Date; figures: unknown }[]>`
      SELECT made_at AS "madeAt", figures FROM interest_models
      ORDER BY used AND ${name.startsWith('own-')} DESC, id DESC LIMIT 1`;
    const figures = figuresOf.safeParse(last?.figures);
    return {
      name,
      source: name.startsWith('own-') ? 'own' : 'shipped',
      madeAt: last?.madeAt ?? null,
      figures: figures.success ? figures.data : null,
      ...tellingSigns(model, TOLD),
    };
  },
});
