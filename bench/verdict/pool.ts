/** Plays many rollouts on all processors: each one is a computation of its own. */
import { availableParallelism } from 'node:os'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { failures, rollouts } from './cases.ts'
import { type Measured, measure } from './measure.ts'

export interface Job {
  /** Of the case. */
  readonly name: string
  readonly seed: number
}

/** The smallest runners have two. */
const mostWorkers = 2

/** @returns the results in the order of the jobs */
export async function measureAll(jobs: readonly Job[]): Promise<readonly Measured[]> {
  const results = new Array<Measured>(jobs.length)
  const waiting = jobs.map((job, index) => ({ ...job, index }))
  const workers = Array.from({ length: Math.min(mostWorkers, availableParallelism()) }, () => work(waiting, results))
  await Promise.all(workers)
  return results
}

function work(waiting: (Job & { readonly index: number })[], results: Measured[]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const worker = new Worker(new URL(import.meta.url), { workerData: { isWorker: true } })
  let job = waiting.shift()
  const next = (): void => {
    if (job === undefined) resolve()
    else worker.postMessage(job)
  }
  worker.on('error', reject)
  worker.on('exit', (code) => reject(new Error(`A worker ended with ${code}`)))
  worker.on('message', (measured: Measured) => {
    if (job !== undefined) results[job.index] = measured
    job = waiting.shift()
    next()
  })
  next()
  return promise.finally(() => worker.terminate())
}

async function answerJob({ name, seed }: Job): Promise<void> {
  const found = [...rollouts, ...failures].find((one) => one.name === name)
  if (found === undefined) throw new Error(`There is no case ${name}`)
  parentPort?.postMessage(await measure(found, seed))
}

if (workerData?.isWorker === true) parentPort?.on('message', answerJob)
