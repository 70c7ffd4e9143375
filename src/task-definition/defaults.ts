/** What ECS has where a definition says nothing (API reference: ContainerDefinition, HealthCheck, RestartPolicy, RuntimePlatform). */
export const defaults = {
  container: { cpu: 0, essential: true, versionConsistency: 'enabled' },
  healthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
  restartPolicy: { restartAttemptPeriod: 300 },
  /** On Fargate only: on instances an absent platform demands nothing of them. */
  fargatePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
} as const
