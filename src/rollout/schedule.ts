/**
 * Milliseconds until the next look at the deployment; pure.
 * Dense at first, sparser the longer it lasts: ECS allows 20 DescribeServices a second for the whole account
 * (API reference "Request throttling"), so one service at 12 a minute leaves room for others.
 *
 * @param elapsed milliseconds since the deployment began
 * @param failures consecutive reads that failed
 */
export function untilNextPoll(elapsed: number, failures: number): number {
  const calm = elapsed < 10 * 60_000 ? 5_000 : elapsed < 30 * 60_000 ? 10_000 : 15_000
  return failures === 0 ? calm : Math.min(60_000, calm * 2 ** Math.min(failures, 6))
}
