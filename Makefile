# The everyday commands of the checkout; `make help` lists them.
# Everything runs in .venv, which is filled from the hashed locks under .lock/ and renewed
# only when a lock has changed (the stamps inside .venv tell).

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON3 ?= $(shell command -v python3.11 || command -v python3)
PYTHON := .venv/bin/python
RUNTIME := .venv/.runtime-installed
TEST := .venv/.test-installed
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps \
	--only-binary :all: --require-hashes --requirement
LOCK := build/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate \
	--no-header --no-build --no-config --python-version 3.11 $(UPGRADE)

# Both cores; a worker that has done its half takes from the other's. Skips are told with reasons.
SHARED_OUT := --numprocesses auto --dist worksteal -rs
# What a developer runs between two edits: no window, no whole program, nothing slow. In one
# process, for collecting the tests a second time costs more than the second core brings.
QUICK := --ignore tests/ui --ignore tests/e2e -m "not slow"

.PHONY: help run test quick fresh tools grid bench pictures soak mutants lint format lock upgrade clean

help:  ## 列出这些命令
	@sed -nE 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 20

run: $(RUNTIME)  ## 打开程序窗口；没有图形界面时，用示例生成一份 Word 文件
	@if [[ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]]; then \
		$(PYTHON) .ci/system_packages.py window; \
		exec $(PYTHON) main.py; \
	else \
		exec $(PYTHON) main.py demo -o out/demo; \
	fi

# Hundreds of children read the same modules: what one has compiled, the next one finds.
test quick: export PYTHONDONTWRITEBYTECODE :=

test: tools lint  ## 运行全部检查和测试（持续集成也只运行它）
	@$(PYTHON) -m pytest $(SHARED_OUT)

quick: $(TEST)  ## 一分钟以内的测试：不含窗口、整个程序和慢的
	@$(PYTHON) -m pytest -rs $(QUICK)

fresh:  ## 在只有 python3 和 make 的 Debian 12 里证明 make run 和 make test（需要 root）
	@$(PYTHON3) .ci/system_packages.py fresh
	@$(PYTHON3) .ci/fresh.py

tools:
	@$(PYTHON3) .ci/system_packages.py tests

lint: $(TEST)  ## 检查代码格式、规范和类型
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy --strict

pictures: $(RUNTIME)  ## 给窗口的每一页拍图，放在 build/pictures
	@$(PYTHON) .ci/pictures.py

grid: $(TEST)  ## 指标库全部指标、各种说法、各种升降都说一遍，列出说得不对的
	@$(PYTHON) -m tests.wording.facet_grid

bench: $(TEST)  ## 测速，结果为同一次运行中的比值
	@$(PYTHON) -m bench

soak: tools $(TEST)  ## 久经考验：乱点的人、杀掉窗口、改坏的文件，10 分钟（HOURS=1 够做完全部次数）
	@$(PYTHON) .ci/soak.py

mutants: $(TEST)  ## 变异测试：核心各处的测试管得住多少（ROOMS=只看哪几处）
	@$(PYTHON) .ci/mutants.py $(if $(ROOMS),$(ROOMS),--write)

format: $(TEST)  ## 整理代码格式
	@$(PYTHON) -m ruff format .
	@$(PYTHON) -m ruff check --fix .

lock: $(PYTHON)  ## 按 pyproject.toml 重写锁定文件，其余版本不动
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	@$(LOCK) pyproject.toml --output-file .lock/runtime.txt
	@$(LOCK) pyproject.toml --group test --constraint .lock/runtime.txt --output-file .lock/test.txt

upgrade: UPGRADE := --upgrade
upgrade: lock  ## 把锁定的依赖都升到最新版本

clean:  ## 删除生成的文件和缓存（不删 .venv）
	@rm -rf out build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

.PHONY: bundle bundle-test bundle-arm64 release
BUNDLE := PYTHONPATH=.ci:.ci/shipped $(PYTHON) -m bundle

bundle: $(RUNTIME)  ## 制作各系统的安装包，放在 build/bundle（要 root 和网络，只在 Debian 上）
	@$(PYTHON) .ci/system_packages.py tests
	@$(BUNDLE) build

bundle-test: $(RUNTIME)  ## 在没有 Python 的系统里检验安装包
	@$(PYTHON) .ci/system_packages.py window
	@$(BUNDLE) test

bundle-arm64:  ## 说明 arm64 安装包还缺什么
	@sed -n '/^## arm64/,/^## /p' docs/bundle.md | sed '$$d'
	@exit 1

release: $(TEST)  ## 发布：make release VERSION=0.2.0（检查、打包、检验、写版本号）
	@PYTHONPATH=.ci:.ci/shipped $(PYTHON) -m bundle.release "$${VERSION:-}"

$(PYTHON):
	@$(PYTHON3) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 或更新的版本")'
	@$(PYTHON3) .ci/system_packages.py venv
	@$(PYTHON3) -m venv .venv

$(RUNTIME): .lock/runtime.txt | $(PYTHON)
	@echo "正在准备运行环境，第一次需要几分钟……" >&2
	@$(INSTALL) .lock/runtime.txt
	@touch $@

$(TEST): .lock/test.txt $(RUNTIME)
	@echo "正在准备测试环境……" >&2
	@$(INSTALL) .lock/test.txt
	@touch $@
