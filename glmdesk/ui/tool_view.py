"""What the model asked of a tool, or what the tool answered: one line, which opens to all of it."""

import json

from PySide6.QtWidgets import QWidget

from glmdesk.core.chat import ToolCall, ToolResult
from glmdesk.core.prose import Code
from glmdesk.ui.code_view import CodeView
from glmdesk.ui.folding_view import FoldingView
from glmdesk.ui.message_words import tool_title
from glmdesk.ui.thinking_view import Folds


class ToolView(FoldingView[CodeView]):
    """Shows a `ToolCall` or a `ToolResult`."""

    def __init__(self, index: int, folds: Folds, gutter: int = 0, parent: QWidget | None = None) -> None:
        super().__init__("Tool", index, folds, gutter, parent)
        self._part: ToolCall | ToolResult = ToolResult("", "")

    def show_part(self, part: ToolCall | ToolResult) -> None:
        """Show `part`."""
        self._part = part
        self._show_title(tool_title(part))

    def _made_body(self) -> CodeView:
        return CodeView(parent=self)

    def _fill(self, body: CodeView) -> None:
        part = self._part
        if isinstance(part, ToolResult):
            body.show_code(Code(part.text))
        else:
            arguments = json.dumps(dict(part.arguments), ensure_ascii=False, indent=2, default=str)
            body.show_code(Code(arguments, "json"))
