"""One person at the app's buttons, choices and fields."""

from collections.abc import Callable, Mapping
from typing import Any

from sandbox.people import acts, directory, forms
from sandbox.people.onlooker import Onlooker
from sandbox.people.sight import newest_first
from sandbox.state.records import Message, View


class FormUser(Onlooker):
    """Presses, chooses, fills and submits what she can see."""

    def presses(self, label: str, message: Message | None = None) -> None:
        """Press the newest visible button with a label, or the one of a given message.

        In a modal the button is looked for there first. Where it asks whether she is sure, she is.
        """
        shown, block, element = self._find(
            lambda _, element: forms.is_button(element, label),
            f"button {label!r}",
            message,
        )
        acts.press(self._slack, self.id, shown, forms.button_action(block, element))

    def chooses(self, name: str, option: str, message: Message | None = None) -> None:
        """Choose an option of a select, of radio buttons, of checkboxes or of an overflow.

        Args:
            name: the element's placeholder, its block's label, or its action id.
            option: the option's text.
            message: where it stands, if not in what is newest.
        """
        shown, block, element = self._find(
            lambda block, element: (
                forms.is_called(block, element, name) and forms.has_option(element, option)
            ),
            f"option {option!r} of {name!r}",
            message,
        )
        value = forms.chosen(element, option, self._values(shown).get(_key(block, element), {}))
        self._put(shown, block, element, value)
        if forms.tells_of_changes(block):
            acts.press(self._slack, self.id, shown, forms.choice_action(block, element, value))

    def fills(self, name: str, value: str) -> None:
        """Fill a field of the open modal, by its label."""
        shown, block, element = self._find(
            lambda block, element: (
                forms.is_called(block, element, name) and forms.takes_text(element)
            ),
            f"field {name!r}",
            None,
        )
        self._put(shown, block, element, forms.filled(element, value))

    def picks(self, label: str, *names: str) -> None:
        """Pick people or a channel in a menu that offers them; no names at all clear it.

        Args:
            label: the element's placeholder, its block's label, or its action id.
            names: people by real name, name or id; a channel by its name or id.

        Raises:
            AssertionError: there is no such menu, or it does not take these.
        """
        shown, block, element = self._find(
            lambda block, element: (
                forms.is_called(block, element, label) and directory.is_directory(element)
            ),
            f"menu {label!r} of people or channels",
            None,
        )
        try:
            value = directory.picked(self._workspace, element, names)
        except AssertionError as problem:
            raise AssertionError(self._failure(f"finds that {label!r} {problem}")) from None
        self._put(shown, block, element, value)
        if forms.tells_of_changes(block):
            acts.press(self._slack, self.id, shown, forms.choice_action(block, element, value))

    def submits(self) -> dict[str, str]:
        """Submit the open modal; return the errors under its fields, by block id."""
        return acts.submit(self._slack, self._open_modal())

    def closes(self) -> None:
        """Close the open modal."""
        acts.close(self._slack, self._open_modal())

    def _open_modal(self) -> View:
        if self.modal is None:
            raise AssertionError(self._failure("has no modal open"))
        return self.modal

    def _find(
        self,
        wanted: Callable[[Mapping[str, Any], Mapping[str, Any]], bool],
        words: str,
        message: Message | None,
    ) -> tuple[Message | View, Mapping[str, Any], Mapping[str, Any]]:
        with self._workspace.changed:
            found = forms.find(self._places(message), wanted)
        if found is None:
            raise AssertionError(self._failure(f"sees no {words}"))
        return found

    def _places(self, message: Message | None) -> list[Message | View]:
        if message is None:
            return newest_first(self._workspace, self.id)
        # As it stands now, or as it stood when she last looked at it: both can be pressed.
        current = self._workspace.message(message.channel, message.ts)
        return [message] if current is None else [current, message]

    def _values(self, shown: Message | View) -> dict[tuple[str, str], dict[str, Any]]:
        if isinstance(shown, View):
            return shown.values
        key = (shown.channel, shown.ts, self.id)
        return self._workspace.answers.setdefault(key, {})

    def _put(
        self,
        shown: Message | View,
        block: Mapping[str, Any],
        element: Mapping[str, Any],
        value: dict[str, Any],
    ) -> None:
        if element["type"] == "overflow":
            return  # an overflow remembers nothing
        with self._workspace.changed:
            self._values(shown)[_key(block, element)] = value
            self._workspace.changed.notify_all()


def _key(block: Mapping[str, Any], element: Mapping[str, Any]) -> tuple[str, str]:
    return (str(block["block_id"]), str(element["action_id"]))
