/**
 * Waits until all have ended, also where one fails early: what the others have sent is on its way, and its answer counts.
 *
 * @throws the failure of the first in the list that failed
 */
export async function allEnded(work: Iterable<Promise<unknown>>): Promise<void> {
  const settled = await Promise.allSettled(work)
  const broken = settled.find(({ status }) => status === 'rejected')
  if (broken?.status === 'rejected') throw broken.reason
}
