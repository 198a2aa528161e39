import type { Corpus } from './corpus.ts';
import { checkLoss, damageOf } from './losses.ts';
import { minimize } from './minimize.ts';
import { damagedListing } from './mutations.ts';
import { holdToPromises } from './properties.ts';
import { Random } from './random.ts';

export interface Failure {
  /** Makes the same input again. */
  readonly seed: number;
  readonly message: string;
  /** A short input that fails too. */
  readonly input: Buffer;
}

/** How long a failing input is made shorter, in milliseconds. */
const MINIMIZING_TIME = 20_000;

export function inputOf(seed: number, corpus: Corpus): Buffer {
  return damagedListing(new Random(seed), corpus);
}

/** @returns null where the input that the seed stands for broke no promise */
export async function tryCase(seed: number, corpus: Corpus, minimizingTime = MINIMIZING_TIME): Promise<Failure | null> {
  const input = inputOf(seed, corpus);
  const failure = (candidate: Buffer) => failureOf(() => holdToPromises(candidate, seed));
  const message = await failure(input);
  if (message === null) return lossIn(seed, corpus);
  const isSame = async (candidate: Buffer) => kindOf(await failure(candidate)) === kindOf(message);
  return { seed, message, input: await minimize(input, isSame, performance.now() + minimizingTime) };
}

/** A paper that is lost without a diagnostic if one thing goes wrong in a listing. */
async function lossIn(seed: number, corpus: Corpus): Promise<Failure | null> {
  const damage = damageOf(seed, corpus);
  const message = await failureOf(() => checkLoss(damage));
  return message === null ? null : { seed, message, input: Buffer.from(damage.damaged.text) };
}

async function failureOf(check: () => unknown): Promise<string | null> {
  try {
    await check();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack?.split('\n').slice(0, 4).join('\n') ?? error.message) : String(error);
  }
}

/** The message without what differs from input to input. */
function kindOf(message: string | null): string | undefined {
  return message?.split('\n', 1)[0]?.replace(/\d+/g, '0').slice(0, 40);
}
