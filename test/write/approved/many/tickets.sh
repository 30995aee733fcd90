# Pool.md
gh issue create --repo 'acme/ops' --label 'it'\''s' --title 'Add an **alert**' --body 'Action item of the postmortem “Pool | empty <b>” (2023-11-10, SEV-1).

Due: 2024-02-01
Priority: high'
# Bare.md
gh issue create --repo 'acme/ops' --label 'it'\''s' --title 'Find out what it was' --body 'Action item of the postmortem “Bare” (2024-03-20).

Due: 2024-03-31'
# Queue.md
gh issue create --repo 'acme/ops' --label 'it'\''s' --title 'Cap the log' --body 'Action item of the postmortem “Queue stalls” (2024-02-11, SEV-2).

Due: 2024-04-03'
# Queue.md
gh issue create --repo 'acme/ops' --label 'it'\''s' --title 'Watch '\''disks'\'' & logs Engineer 1, Engineer 2 (ticket)' --body 'Action item of the postmortem “Queue stalls” (2024-02-11, SEV-2).

Due: 2024-06-01'
# Retros/Pool again.md
gh issue create --repo 'acme/ops' --label 'it'\''s' --title 'Write it down' --body 'Action item of the postmortem “Pool again (and again)” (2024-01-02, SEV-2).'
# Retros/Pool again.md
gh issue create --repo 'acme/ops' --label 'it'\''s' --title 'Ask Engineer 1 first' --body 'Action item of the postmortem “Pool again (and again)” (2024-01-02, SEV-2).'
# Undated.md
gh issue create --repo 'acme/ops' --label 'it'\''s' --title 'Date it' --body 'Action item of the postmortem “Undated” (SEV-3).'
# a b
# No ticket: something in it must not leave the team, and could not be taken out.
