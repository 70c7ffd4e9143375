/** What the simulator answers, by service. */
import { ecrOperations } from '../simulator/ecr/operations.ts'
import { ecsOperations } from '../simulator/ecs/operations.ts'
import { applicationAutoScaling } from '../simulator/neighbours/application-autoscaling/service.ts'
import { cloudWatch } from '../simulator/neighbours/cloudwatch/service.ts'
import { ec2 } from '../simulator/neighbours/ec2/service.ts'
import { elasticLoadBalancing } from '../simulator/neighbours/elasticloadbalancing/service.ts'
import { iam } from '../simulator/neighbours/iam/service.ts'
import { kms } from '../simulator/neighbours/kms/service.ts'
import { logs } from '../simulator/neighbours/logs/service.ts'
import { secretsManager } from '../simulator/neighbours/secretsmanager/service.ts'
import { ssm } from '../simulator/neighbours/ssm/service.ts'
import { sts } from '../simulator/neighbours/sts/service.ts'

const neighbours = [
  applicationAutoScaling,
  cloudWatch,
  ec2,
  elasticLoadBalancing,
  iam,
  kms,
  logs,
  secretsManager,
  ssm,
  sts,
]

/** `ecs:UpdateService` …: every operation that is modelled. */
export function modelledOperations(): readonly string[] {
  const services = [
    { name: 'ecs', operations: ecsOperations },
    { name: 'ecr', operations: ecrOperations(() => '') },
    ...neighbours,
  ]
  return services.flatMap(({ name, operations }) => Object.keys(operations).map((operation) => `${name}:${operation}`))
}
