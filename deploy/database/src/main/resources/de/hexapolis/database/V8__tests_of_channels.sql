-- What became of the last test of a channel is shown with the channel: there are few, and all other notices are passed over.
create index notice_of_test on notice ((body ->> 'channel'), notice_id) where kind = 'channel.test';
