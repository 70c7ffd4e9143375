"""Asks for a session, as `aws ecs execute-command` does before it hands it to the Session Manager plugin."""

from client import answer, ecs, wait

network = {"awsvpcConfiguration": {"subnets": ["subnet-0a1b2c3d4e5f60001"]}}


def session_of(**options):
    """The URL of the session, or the name of the modelled exception."""
    started = ecs.run_task(taskDefinition="web:2", launchType="FARGATE", networkConfiguration=network, **options)
    task = started["tasks"][0]["taskArn"]
    wait("tasks_running", tasks=[task])
    try:
        got = ecs.execute_command(task=task, container="web", command="sh", interactive=True)
        return got["session"]["streamUrl"]
    except (ecs.exceptions.TargetNotConnectedException, ecs.exceptions.InvalidParameterException) as error:
        return error.response["Error"]["Code"]


answer(enabled=session_of(enableExecuteCommand=True), disabled=session_of())
