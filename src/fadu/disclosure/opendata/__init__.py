"""Open data: all that is published as files and through a public interface, made anew each day and at once after a withdrawal.

What goes out is what the portal shows (`disclosure.models.Shown`) and published registers, by allow-list; nothing is masked here, since nothing
unmasked is read here.
"""
