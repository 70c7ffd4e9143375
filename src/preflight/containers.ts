import type { ContainerDefinition, Path, TaskDefinition } from '../task-definition/task-definition.ts'

/** A container with its way into the definition. */
export type Placed = { readonly container: ContainerDefinition; readonly name: string; readonly path: Path }

/** The containers of a definition, each with its place. */
export function containersOf({
  containerDefinitions = [],
}: Pick<TaskDefinition, 'containerDefinitions'>): readonly Placed[] {
  return containerDefinitions.map((container, index) => ({
    container,
    name: container.name ?? '',
    path: ['containerDefinitions', index],
  }))
}

export type SecretReference = { readonly valueFrom: string; readonly what: string; readonly path: Path }

/** Every secret and parameter that ECS reads before a container starts. */
export function secretReferences(definition: Pick<TaskDefinition, 'containerDefinitions'>): readonly SecretReference[] {
  return containersOf(definition).flatMap(({ container, name, path }) => {
    const { secrets = [], logConfiguration, repositoryCredentials } = container
    const credentials = repositoryCredentials?.credentialsParameter
    const options = logConfiguration?.secretOptions ?? []
    return [
      ...secrets.map((secret, index) => ({
        valueFrom: secret.valueFrom ?? '',
        what: `the secret ${secret.name} of container "${name}"`,
        path: [...path, 'secrets', index, 'valueFrom'],
      })),
      ...options.map((option, index) => ({
        valueFrom: option.valueFrom ?? '',
        what: `the log option ${option.name} of container "${name}"`,
        path: [...path, 'logConfiguration', 'secretOptions', index, 'valueFrom'],
      })),
      ...(credentials === undefined
        ? []
        : [
            {
              valueFrom: credentials,
              what: `the registry login of container "${name}"`,
              path: [...path, 'repositoryCredentials', 'credentialsParameter'],
            },
          ]),
    ].filter(({ valueFrom }) => valueFrom !== '')
  })
}
