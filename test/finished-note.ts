/** A postmortem as it should be: whole, and in agreement with itself but for one hint. */
export const finishedPath = "Incident-2025-02-18-Checkout-Outage.md";

export const finishedNote = `---
title: Checkout Outage Review — 2025-02-18
date: 2025-02-18
tags:
  - incident
  - postmortem
aliases:
  - February Checkout Outage
---

# Checkout Outage Review — 2025-02-18

## What Happened

A certificate rollout at 14:05 UTC gave the payment gateway a client certificate that had expired, and every handshake with the bank failed. The retry queue reached its limit of 10,000 jobs within 21 minutes, resulting in a ==52-minute full outage== of checkout. About 1,700 orders failed across 240 customers, with an estimated $6,100 in lost sales.

[[On-call|The engineer on call]], [[Grace Park]], acknowledged the PagerDuty alert at 14:16 and identified the root cause by 14:37. The certificate was rolled back and service restored by 14:57 UTC.

## Timeline

![[Checkout Log#What was seen]]

## Root Cause

The rollout takes the newest file by its name. A certificate of last year had a name that sorts behind the new one.

> [!question] Why did nobody see it before?
> - The rollout does not look at the dates of a certificate
> - The test environment talks to a stand-in for the bank

The [[Gateway Runbook#Handshake failures]] procedure was followed: traffic was held, the former certificate put back, and a payment made by hand.

## Impact

- **Duration:** 52 minutes (14:05–14:57 UTC)
- **Affected services:** Checkout on all sites
- **Customer impact:** ~1,700 failed orders, 240 unique customers
- **Revenue impact:** ~$6,100 in lost sales

## Action Items

- [ ] Let the rollout refuse a certificate that is not valid today
- [ ] Ask for a review by the payments team when a certificate changes
- [ ] Add an alert on the length of the retry queue at 60% of its limit
- [ ] Update [[Gateway Runbook]] with the way back to the former certificate

## Related

- [[Checkout Log]]
- [[Gateway Runbook]]
`;
