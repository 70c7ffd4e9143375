/** Every check, in the order of docs/conformance.md. */
import { changing } from './aws-cli/changing.ts'
import { deploying } from './aws-cli/deploying.ts'
import { neighbours } from './aws-cli/neighbours.ts'
import { pausing } from './aws-cli/pausing.ts'
import { reading } from './aws-cli/reading.ts'
import { registry } from './aws-cli/registry.ts'
import { tasks } from './aws-cli/tasks.ts'
import { boto3 } from './boto3/checks.ts'
import type { Check } from './check.ts'
import { ecsDeploy } from './ecs-deploy/checks.ts'
import { javascriptSdk } from './javascript-sdk/checks.ts'
import { polling } from './polling.ts'

export const checks: readonly Check[] = [
  ...reading,
  ...changing,
  ...deploying,
  ...pausing,
  ...tasks,
  ...registry,
  ...neighbours,
  ...boto3,
  ...javascriptSdk,
  ...ecsDeploy,
  ...polling,
]
