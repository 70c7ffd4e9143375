/** Many small jobs that mostly wait for a process: so many at once. */

/** @param each called with every job; its results come back in the order of the jobs */
export async function inParallel<J, R>(
  jobs: readonly J[],
  atOnce: number,
  each: (job: J) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Array<R>(jobs.length)
  const waiting = jobs.entries()
  const worker = async (): Promise<void> => {
    for (const [index, job] of waiting) results[index] = await each(job)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, worker))
  return results
}
