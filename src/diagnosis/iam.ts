/** A statement for an IAM policy that allows what was refused, to paste. */
export function allowStatement(
  action: string,
  resource: string | undefined,
  condition?: Readonly<Record<string, unknown>>,
): string {
  const statement = {
    Effect: 'Allow',
    Action: action,
    Resource: resource ?? 'RESOURCE_ARN',
    ...(condition === undefined ? {} : { Condition: condition }),
  }
  return JSON.stringify(statement, undefined, 2)
}

/** What IAM said about a refusal, e.g. "… is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:…". */
export type Refusal = {
  readonly principal?: string
  readonly action?: string
  readonly resource?: string
  /** A statement with Deny, or a policy of the organisation, forbids it: allowing it elsewhere does not help. */
  readonly forbidden: boolean
}

/** Reads the refusal from a text; pure. */
export function refusalIn(text: string): Refusal {
  const principal = /\bUser: (arn:[^\s"]+)/i.exec(text)?.[1]
  const action = /not authorized to perform:?\s+([\w-]+:[\w*]+)/i.exec(text)?.[1]
  const resource = /\bon resource:? "?([^\s"',]+[^\s"',.])/i.exec(text)?.[1]
  return {
    ...(principal === undefined ? {} : { principal }),
    ...(action === undefined ? {} : { action }),
    ...(resource === undefined ? {} : { resource }),
    forbidden: /explicit deny|service control policy|permissions boundary/i.test(text),
  }
}

/** `web-execution` of the ARN of a role or of a session of it. */
export function roleNameIn(principal: string | undefined): string | undefined {
  return /:(?:assumed-role|role|user)\/([^/\s]+)/.exec(principal ?? '')?.[1]
}
