from client import answer, ecs, wait

arn = ecs.list_tasks(serviceName="web")["taskArns"][0]
wait("tasks_running", tasks=[arn])
stopping = ecs.stop_task(task=arn, reason="checked")["task"]
wait("tasks_stopped", tasks=[arn])
task = ecs.describe_tasks(tasks=[arn])["tasks"][0]
answer(
    task=arn,
    desired=stopping["desiredStatus"],
    status=task["lastStatus"],
    code=task["stopCode"],
    reason=task["stoppedReason"],
)
