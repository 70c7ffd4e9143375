from client import answer, ecs, wait

network = {"awsvpcConfiguration": {"subnets": ["subnet-0a1b2c3d4e5f60001"], "assignPublicIp": "ENABLED"}}
ran = ecs.run_task(
    taskDefinition="web:4", launchType="FARGATE", networkConfiguration=network, tags=[{"key": "run", "value": "1"}]
)
arn = ran["tasks"][0]["taskArn"]
wait("tasks_stopped", tasks=[arn])
task = ecs.describe_tasks(tasks=[arn], include=["TAGS"])["tasks"][0]
too_many = None
try:
    ecs.run_task(taskDefinition="web:4", launchType="FARGATE", networkConfiguration=network, count=11)
except ecs.exceptions.InvalidParameterException as error:
    too_many = error.response["Error"]["Code"]
answer(
    task=arn,
    failures=ran["failures"],
    exitCode=task["containers"][0]["exitCode"],
    tags=task["tags"],
    tooMany=too_many,
)
