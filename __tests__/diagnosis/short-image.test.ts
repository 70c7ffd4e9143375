import { expect, test } from '@jest/globals'
import { shortImage } from '../../src/diagnosis/short-image.ts'

const digest = `sha256:6d60ebab42b5${'0'.repeat(52)}`

test.each([
  [`111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app@${digest}`, 'team/app@sha256:6d60ebab42b5'],
  [`111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:v2@${digest}`, 'app:v2@sha256:6d60ebab42b5'],
  ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:v2', 'app:v2'],
  ['localhost:5000/app:v2', 'app:v2'],
  ['docker.io/library/nginx:1', 'library/nginx:1'],
  ['activelog/activelog:v1', 'activelog/activelog:v1'],
  ['nginx', 'nginx'],
  ['Not an image!', 'Not an image!'],
])('%s is called %s', (reference, name) => {
  expect(shortImage(reference)).toBe(name)
})
