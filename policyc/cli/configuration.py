"""Commands whose options may be set in a file: the command line wins, and every value tells where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from policyc.cli.output import Failure
from policyc.source import visible

if TYPE_CHECKING:
    from policyc.pipeline.configuration import Configuration, Setting

PARAMETERS = {
    "as-of": ("as_of", "day"),
    "laws": ("laws",),
    "select": ("select",),
    "ignore": ("ignore",),
    "check.fail-on": ("fail_on",),
    "check.format": ("formats",),
    "check.baseline": ("baseline",),
    "report.format": ("name", "formats"),
    "test.coverage": ("coverage",),
}
"""What the settings are called as parameters of commands."""
SET_ASIDE = {"check.baseline": "new_baseline"}
"""Settings that another option of the command line sets aside."""
LISTS = ("formats",)
"""Parameters that may be given several times, for settings that are given once."""
WEAKENING = {"select": "reports only these rules", "ignore": "leaves out these rules"}
"""Settings by which a run says less than it otherwise would, which is told."""
USED = "policyc.settings"


def isolated_option() -> click.Option:
    """``--isolated``; what it means is done before the command runs."""
    words = "Read no policyc.toml and no pyproject.toml."
    return click.Option(["--isolated"], is_flag=True, expose_value=False, help=words)


class Configured(click.Command):
    """A command that takes what its command line leaves open from the nearest configuration above its paths."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """A command with one more option."""
        super().__init__(*arguments, **named)
        self.params.append(isolated_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line, then the configuration that lies above its paths."""
        written = self.make_parser(ctx).parse_args(args=list(args))[0]
        help_option = self.get_help_option(ctx)
        if not (help_option and written.get(str(help_option.name)) is True) and not ctx.resilient_parsing:
            self.configure(ctx, written)
        with located(ctx):
            return super().parse_args(ctx, args)

    def configure(self, ctx: click.Context, written: dict[str, Any]) -> None:
        """Make the settings of the file the defaults of the options."""
        paths = written.get("paths")
        isolated = written.get("isolated") is True
        configuration = configuration_of(paths if isinstance(paths, (tuple, list)) else (), isolated)
        used: dict[str, Setting] = {}
        for setting in configuration.settings:
            if isinstance(written.get(SET_ASIDE.get(setting.key, "")), str):
                continue
            for parameter in self.parameters_of(setting.key, ctx.info_name or ""):
                used[parameter] = setting
        ctx.meta[USED] = used
        values = {name: value_of(name, setting, configuration) for name, setting in used.items()}
        ctx.default_map = {**(ctx.default_map or {}), **values}

    def parameters_of(self, key: str, name: str) -> list[str]:
        """The parameters of this command, of which the name is given, that a setting is for."""
        table, _, _ = key.rpartition(".")
        if table not in ("", name):
            return []
        own = {parameter.name for parameter in self.params}
        return [name for name in PARAMETERS[key] if name in own]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what its configuration keeps from being said is told first."""
        for setting in in_use(ctx):
            if setting.key in WEAKENING and setting.value:
                rules = visible(", ".join(setting.value))
                click.echo(f"policyc: {setting.place} {WEAKENING[setting.key]}: {rules}.", err=True)
        with located(ctx):
            return super().invoke(ctx)


def configuration_of(paths: tuple[str, ...] | list[str], isolated: bool) -> Configuration:
    """The configuration above some paths; fails on one that is wrong. Isolated, there is none."""
    from policyc.pipeline.configuration import Configuration, Malformed, configuration_for

    if isolated:
        return Configuration()
    try:
        return configuration_for(paths)
    except Malformed as problem:
        raise Failure(f"{problem}\nCorrect it, or ignore it with --isolated.") from None


def value_of(parameter: str, setting: Setting, configuration: Configuration) -> Any:
    """A setting's value as a parameter takes it; a path is meant from the folder of its file."""
    if setting.key == "check.baseline" and configuration.file:
        from policyc.pipeline.configuration import shown_file

        return shown_file(configuration.file.parent / setting.value)
    return [setting.value] if parameter in LISTS else setting.value


def in_use(ctx: click.Context) -> Iterator[Setting]:
    """The settings that count in a run: those that its command line leaves open."""
    for parameter, setting in ctx.meta.get(USED, {}).items():
        if ctx.get_parameter_source(parameter) is ParameterSource.DEFAULT_MAP:
            yield setting


@contextmanager
def located(ctx: click.Context) -> Iterator[None]:
    """What is wrong with a value from a file is told with its place there."""
    try:
        yield
    except click.ClickException as error:
        for setting in in_use(ctx):
            values = setting.value if isinstance(setting.value, list) else [setting.value]
            if any(str(value) in error.message for value in values):
                raise Failure(f"{setting.place}: {error.format_message()}") from None
        raise
