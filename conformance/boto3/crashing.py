import time

from client import answer, deployments, ecs, service, update

started = update("web:4")["deployments"][0]["id"]
stopped = []
while not stopped:
    time.sleep(0.5)
    arns = ecs.list_tasks(serviceName="web", desiredStatus="STOPPED")["taskArns"]
    tasks = ecs.describe_tasks(tasks=arns)["tasks"] if arns else []
    stopped = [task for task in tasks if task["lastStatus"] == "STOPPED"]
answer(
    startedBy=stopped[0]["startedBy"],
    started=started,
    reason=stopped[0]["stoppedReason"],
    exitCode=stopped[0]["containers"][0]["exitCode"],
    running=service()["runningCount"],
    status=deployments()[0]["status"],
)
