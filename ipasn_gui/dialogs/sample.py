"""A project of the sample: Kota Bontang 2021, people made up."""

from __future__ import annotations

from pathlib import Path

from ipasn_core.progress import Progress
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.sample import make_sample as build

from ..workspace import Workspace


def make_sample(workspace: Workspace, path: Path) -> None:
    """Make the sample's project in a job, then open it; one of that name is not overwritten."""

    def work(context: Context, progress: Progress) -> None:
        build(path, context, progress)

    workspace.make(path, work)
