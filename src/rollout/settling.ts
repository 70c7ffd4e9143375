/** For how long a completed deployment is looked at where nothing else checks the health of its tasks. Seconds. */
const withoutChecks = 60

/**
 * How long to look on after COMPLETED, in seconds; pure. ECS takes a task without any health check for healthy after 40 s
 * (DG deployment-type-ecs), so that one which dies a little later completes its deployment.
 *
 * @param given the input, where it was set
 * @param checked whether a load balancer or a container health check looks after the tasks
 */
export function settleSeconds(given: number | undefined, checked: boolean): number {
  return given ?? (checked ? 0 : withoutChecks)
}

/** Whether so many tasks ended right after COMPLETED that the version does not hold: a quarter of the desired count, at least one. */
export function tooManyEnded(ended: number, desired: number): boolean {
  return ended >= Math.max(1, Math.ceil(desired / 4))
}
