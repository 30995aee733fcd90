/** The note that the project started from, before it was written. */
export const before = `---
title:
tags:
aliases:
---

# API Outage Retro — 2024-04-11

## What Happened

TODO: summarize the outage

## Timeline

TODO: embed timeline

## Root Cause

TODO: fill in

## Action Items

- [ ] TODO
`;
