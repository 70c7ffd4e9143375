/** What the registry of the account says about one image. */
export type EcrAnswer =
  | {
      readonly kind: 'found'
      readonly digest: string
      readonly mediaType: string
      /** `os/architecture[/variant]` of every image in an index; absent for a single image, whose manifest does not tell. */
      readonly platforms?: readonly string[]
      /** Where a single image says its platform: see `readPlatform`. */
      readonly config?: ImageConfig
    }
  /** The repository exists and has no such image that could be pulled; `reason` where there is more to say. */
  | { readonly kind: 'absent'; readonly reason?: string }
  /** There is no such repository, and no pull-through cache rule that would create it. */
  | { readonly kind: 'repository-absent' }
  | { readonly kind: 'not-looked'; readonly reason: string }

/** Which image: by tag or by digest. */
export type EcrImageQuery = {
  readonly registryId: string
  readonly region: string
  readonly repository: string
} & ({ readonly tag: string } | { readonly digest: string })

/** The configuration of a single image, by its digest. */
export type ImageConfig = {
  readonly registryId: string
  readonly region: string
  readonly repository: string
  readonly digest: string
}

/** What ECR's scan found, by severity; or why there is nothing to say. */
export type ScanAnswer =
  | { readonly kind: 'scanned'; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: 'not-scanned'; readonly reason: string }

/** Looks images up in private ECR registries. */
export type EcrPort = {
  /** Never rejects for what AWS says: that is `not-looked` with the reason. */
  findImage(query: EcrImageQuery): Promise<EcrAnswer>
  /** `os/architecture[/variant]` in the configuration of an image; undefined where it does not say. @throws what ECR and the network throw */
  readPlatform(config: ImageConfig): Promise<string | undefined>
  /** The findings of the last scan of an image, basic or enhanced. @throws what ECR throws */
  scanFindings(query: EcrImageQuery): Promise<ScanAnswer>
}

/** What another registry says about one image. */
export type ImageToolsAnswer =
  /** `os/architecture[/variant]` of every image in an index, or of the single image; empty where the registry does not tell. */
  | { readonly kind: 'found'; readonly digest: string; readonly platforms: readonly string[] }
  | { readonly kind: 'absent' }
  /** `missing`: the program that should have looked is not there. */
  | { readonly kind: 'not-looked'; readonly reason: string; readonly missing?: 'docker' }

/** Looks images up in registries other than private ECR, with the credentials of `docker login`. Never rejects. */
export type ImageToolsPort = { inspect(reference: string): Promise<ImageToolsAnswer> }
