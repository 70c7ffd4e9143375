/** US dollars per hour, on demand. */
export type Rates = {
  readonly vcpu: number
  readonly gb: number
  /** Licence of Windows, per vCPU. */
  readonly licence?: number
}

export type RegionPrices = {
  readonly 'linux/amd64': Rates
  readonly 'linux/arm64'?: Rates
  readonly 'windows/amd64'?: Rates
  /** Per GB of ephemeral storage above the 20 that are included. */
  readonly storageGb?: number
}

/**
 * What Fargate costs, by Region. Regions that are missing, and prices of a Region that are missing, were not certain.
 *
 * The prices are those of AWS's price list (service code AmazonECS, e.g. usage type `USE1-Fargate-vCPU-Hours:perCPU`) as others
 * published them: us-east-1, us-east-2 and eu-central-1 as read between May and September 2026, the others without a date of
 * their own. `asOf` is the day on which this table was put together; AWS's own page was not read then.
 */
export const fargatePrices = {
  source: 'https://aws.amazon.com/fargate/pricing/',
  asOf: '2026-11-24',
  hoursPerMonth: 730,
  includedStorageGb: 20,
  regions: {
    'us-east-1': {
      'linux/amd64': { vcpu: 0.04048, gb: 0.004445 },
      'linux/arm64': { vcpu: 0.03238, gb: 0.00356 },
      'windows/amd64': { vcpu: 0.046552, gb: 0.00511175, licence: 0.046 },
      storageGb: 0.000111,
    },
    'us-east-2': {
      'linux/amd64': { vcpu: 0.04048, gb: 0.004445 },
      'linux/arm64': { vcpu: 0.03238, gb: 0.00356 },
      'windows/amd64': { vcpu: 0.046552, gb: 0.00511175, licence: 0.046 },
      storageGb: 0.000111,
    },
    // For ARM nothing published was found.
    'us-west-2': { 'linux/amd64': { vcpu: 0.04048, gb: 0.004445 } },
    'eu-west-1': {
      'linux/amd64': { vcpu: 0.04048, gb: 0.004445 },
      'linux/arm64': { vcpu: 0.03238, gb: 0.00356 },
    },
    'eu-central-1': {
      'linux/amd64': { vcpu: 0.04656, gb: 0.00511 },
      'linux/arm64': { vcpu: 0.03725, gb: 0.00409 },
    },
    'ap-southeast-1': { 'linux/amd64': { vcpu: 0.05056, gb: 0.00553 } },
    'ap-southeast-2': {
      'linux/amd64': { vcpu: 0.04856, gb: 0.00532 },
      'linux/arm64': { vcpu: 0.03885, gb: 0.00426 },
    },
    'ap-northeast-1': { 'linux/amd64': { vcpu: 0.05056, gb: 0.00553 } },
    // What was found for ARM there does not go with these.
    'sa-east-1': { 'linux/amd64': { vcpu: 0.0696, gb: 0.0076 } },
  } as Readonly<Record<string, RegionPrices>>,
} as const
