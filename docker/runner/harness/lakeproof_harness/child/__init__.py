"""The process of one variant: forked from the zygote, runs a learner's suite as a learner user."""
