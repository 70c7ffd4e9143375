import { expect, test } from '@jest/globals'
import { apply } from '../../src/deployment/apply.ts'
import type { Ports } from '../../src/deployment/ports.ts'
import type { Prepared } from '../../src/deployment/prepare.ts'
import type { DeployInputs } from '../../src/inputs/deploy-inputs.ts'
import { record } from './samples.ts'

test('a run that was cancelled before UpdateService was sent has sent none', async () => {
  const cancelled = AbortSignal.abort(new Error('the run was cancelled'))
  const run = record()
  const prepared = { service: {}, decision: { kind: 'update', force: true } } as Prepared
  const inputs = { cluster: 'main', service: 'web', settings: {} } as DeployInputs
  await expect(apply(prepared, inputs, { cancelled } as Ports, run)).rejects.toThrow('the run was cancelled')
  expect(run.update).toBeUndefined()
})
