/** What is written in the place of an image for the one that the container has in the service now. No image can be called so: it has no tag. */
const runningImage = 'running'

/** Whether the image of the container is to stay the one that the service runs, whatever the task definition says. */
export function isRunningImage(image: string): boolean {
  return image === runningImage
}
