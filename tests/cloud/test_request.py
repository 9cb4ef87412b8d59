"""Bodies of requests: Z.ai's form and that of other servers, the same bytes for the same conversation."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from glmdesk.cloud.request import GO_ON, CloudRequest
from glmdesk.core.chat import Role
from glmdesk.core.prompt import PartialAnswer, PromptMessage, PromptToolCall
from glmdesk.core.sampling import Sampling
from glmdesk.core.services import CloudModel, Dialect, Service, Thinks

ZAI = Service("z.ai", "Z.ai", "https://api.z.ai/api/paas/v4", Dialect.ZAI)
VLLM = Service("box", "Box", "http://box:8000/v1")
GLM = CloudModel("glm-4.7", "GLM-4.7", max_output=131_072)
CALL = PromptToolCall("read_lines", {"path": "reader.py", "start": 41})
TALK = (
    PromptMessage(Role.SYSTEM, "Be brief."),
    PromptMessage(Role.USER, "Why?"),
    PromptMessage(Role.ASSISTANT, "Because.", " They ask why.\n"),
    PromptMessage(Role.USER, "Where?"),
    PromptMessage(Role.ASSISTANT, "", "I must look.", (CALL, PromptToolCall("list_files"))),
    PromptMessage(Role.TOOL, "41: for row in rows:"),
    PromptMessage(Role.TOOL, "reader.py"),
)


def sent(**more: Any) -> dict[str, Any]:
    """The content of a body."""
    fields: dict[str, Any] = {"service": ZAI, "model": GLM, "messages": TALK} | more
    content: dict[str, Any] = msgspec.json.decode(CloudRequest(**fields).body())
    return content


def test_the_same_conversation_always_makes_the_same_bytes() -> None:
    request = CloudRequest(ZAI, GLM, TALK)
    assert request.body() == replace(request).body()


@pytest.mark.parametrize(("thinking", "kind"), [(True, "enabled"), (False, "disabled")])
def test_thinking_is_asked_for_in_zais_form(thinking: bool, kind: str) -> None:
    content = sent(thinking=thinking, keep_thinking=True)
    assert content["thinking"] == {"type": kind, "clear_thinking": False}
    assert "stream_options" not in content
    assert "chat_template_kwargs" not in content


def test_other_servers_are_asked_through_the_models_template() -> None:
    content = sent(service=VLLM, thinking=False, sampling=Sampling(seed=7))
    assert content["chat_template_kwargs"] == {"enable_thinking": False, "clear_thinking": True}
    assert content["stream_options"] == {"include_usage": True}
    assert content["seed"] == 7
    assert "thinking" not in content


def test_a_model_that_always_thinks_is_not_asked_to_stop() -> None:
    model = CloudModel("glm-5.3", "GLM-5.3", thinking=Thinks.ALWAYS, efforts=("low", "high"))
    content = sent(model=model, thinking=False, effort="low")
    assert content["thinking"]["type"] == "enabled"
    assert content["reasoning_effort"] == "low"


def test_an_effort_that_the_model_does_not_know_is_left_out() -> None:
    assert "reasoning_effort" not in sent(effort="low")


def test_thoughts_go_back_unmodified_where_they_are_kept() -> None:
    messages = sent(keep_thinking=True)["messages"]
    assert messages[2]["reasoning_content"] == " They ask why.\n"
    assert messages[4]["reasoning_content"] == "I must look."


def test_without_keeping_only_the_thought_of_the_turn_that_called_tools_goes_back() -> None:
    messages = sent()["messages"]
    assert "reasoning_content" not in messages[2]
    assert messages[4]["reasoning_content"] == "I must look."


def test_newer_servers_find_the_thought_under_its_shorter_name_too() -> None:
    message = sent(service=VLLM, keep_thinking=True)["messages"][2]
    assert message["reasoning"] == message["reasoning_content"] == " They ask why.\n"


def test_arguments_are_a_string_of_json_and_results_name_their_calls() -> None:
    messages = sent()["messages"]
    first, second = messages[4]["tool_calls"]
    assert first["function"] == {"name": "read_lines", "arguments": '{"path":"reader.py","start":41}'}
    assert second["function"]["arguments"] == "{}"
    assert [message["tool_call_id"] for message in messages[5:]] == [first["id"], second["id"]]


def test_tools_go_along_and_are_left_to_the_model() -> None:
    tool = {"type": "function", "function": {"name": "read_lines"}}
    content = sent(tools=(tool,))
    assert content["tools"] == [tool]
    assert content["tool_choice"] == "auto"
    assert "tools" not in sent()


def test_the_length_is_at_most_what_the_model_can_write() -> None:
    assert sent(max_tokens=10**6)["max_tokens"] == 131_072
    assert "max_tokens" not in sent()


def test_a_cut_answer_is_shown_to_the_model_with_the_wish_to_go_on() -> None:
    partial = PartialAnswer("Hm.", "The loop sto", thought_closed=True)
    *_, cut, wish = sent(messages=TALK[:2], partial=partial, keep_thinking=True)["messages"]
    assert cut == {"role": "assistant", "content": "The loop sto", "reasoning_content": "Hm."}
    assert wish == {"role": "user", "content": GO_ON}


def test_half_a_character_does_not_stop_a_request() -> None:
    content = sent(messages=(PromptMessage(Role.USER, "cut \ud83d"),))
    assert content["messages"][0]["content"] == "cut ?"
