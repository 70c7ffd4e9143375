/** The services around ECS as a scenario describes them. What is left out is there and works. */

export interface NeighbourScenario {
  /** CloudWatch log groups that exist. Default `all`: every one that is named. */
  readonly logGroups?: 'all' | readonly string[]
  /** Value by name or ARN of a secret or parameter. Those without one say `simulated`. */
  readonly secretValues?: Readonly<Record<string, string>>
  /** KMS key (id, ARN or alias) by name or ARN of a secret or parameter. Those without one have the key of AWS. */
  readonly secretKeys?: Readonly<Record<string, string>>
  /** Default: those that services name, with a route to the internet. */
  readonly subnets?: readonly SubnetScenario[]
  /** Default: those that services name; everything may leave, the containers' ports may be reached. */
  readonly securityGroups?: readonly SecurityGroupScenario[]
  /** Settings of target groups that differ from the defaults of AWS, by name. */
  readonly targetGroups?: Readonly<Record<string, TargetGroupScenario>>
  /** Application Auto Scaling of services. Default: none. */
  readonly scalableTargets?: readonly ScalableTargetScenario[]
  /** IAM roles that exist. Default `all`: every one that is named, trusted by ECS tasks, with every permission. */
  readonly roles?: 'all' | readonly RoleScenario[]
  /** KMS keys that exist. Default `all`. */
  readonly keys?: 'all' | readonly KeyScenario[]
  readonly pullThroughCacheRules?: readonly PullThroughCacheRuleScenario[]
  /** Addresses that tasks get in turn, private and public alike: where something really answers. Default: none that does. */
  readonly taskAddresses?: readonly string[]
  /** DNS name of the load balancer. Default: one that nobody has. */
  readonly loadBalancerName?: string
}

export interface SubnetScenario {
  readonly id: string
  /** Default: the Region's `a`, `b` … in the order of the list. */
  readonly availabilityZone?: string
  /**
   * Where its default route goes. Default: shown as `internet-gateway`, and tasks reach everything. Said here, it decides
   * what they reach: through an internet gateway only with a public address.
   */
  readonly route?: 'internet-gateway' | 'nat-gateway' | 'none'
  /** What is reached without a route, by VPC endpoints. Default: nothing. */
  readonly endpoints?: readonly EndpointName[]
  /** Default 251. With 0 no task finds room for its network interface. */
  readonly availableAddresses?: number
}

/** Services that tasks need before they run. ECR needs S3 too: its layers are there. */
export type EndpointName = 'ecr' | 's3' | 'secretsmanager' | 'ssm' | 'logs'

export interface SecurityGroupScenario {
  readonly id: string
  /** TCP ports that may be reached from anywhere. Default `all`. */
  readonly openPorts?: 'all' | readonly number[]
  /** Whether anything may leave. A task whose groups all say no reaches nothing. Default true. */
  readonly egress?: boolean
}

export interface TargetGroupScenario {
  /** Default `/`. */
  readonly healthCheckPath?: string
  /** Default 30. */
  readonly healthCheckIntervalSeconds?: number
  /** Default 5. */
  readonly healthCheckTimeoutSeconds?: number
  /** Default 5. */
  readonly healthyThresholdCount?: number
  /** Default 2. */
  readonly unhealthyThresholdCount?: number
  /** Default `200`. */
  readonly matcher?: string
  /** `instance` is a mistake for awsvpc tasks. Default `ip`. */
  readonly targetType?: 'ip' | 'instance'
  /** No listener forwards to it. Default false. */
  readonly detached?: boolean
}

export interface ScalableTargetScenario {
  /** Default `default`. */
  readonly cluster?: string
  readonly service: string
  readonly minCapacity: number
  readonly maxCapacity: number
  /** What is suspended. Default: nothing. */
  readonly suspended?: Partial<SuspensionScenario>
}

export interface SuspensionScenario {
  readonly scalingIn: boolean
  readonly scalingOut: boolean
  readonly scheduled: boolean
}

export interface RoleScenario {
  /** Name, or path and name. */
  readonly name: string
  /** Services that may assume it. Default `ecs-tasks.amazonaws.com`. */
  readonly trust?: readonly string[]
  /** IAM actions it has; `*` at the end stands for anything. Default `*`. */
  readonly allow?: readonly string[]
  /** Actions that are denied all the same. */
  readonly deny?: readonly string[]
}

export interface KeyScenario {
  /** Id, ARN or alias. */
  readonly id: string
  /** Default Enabled. */
  readonly state?: 'Enabled' | 'Disabled' | 'PendingDeletion'
}

export interface PullThroughCacheRuleScenario {
  /** `docker-hub`: images are named `<registry>/docker-hub/<upstream repository>`. */
  readonly prefix: string
  /** Host of the upstream registry: `registry-1.docker.io`, `public.ecr.aws`, `quay.io` … */
  readonly upstream: string
}
