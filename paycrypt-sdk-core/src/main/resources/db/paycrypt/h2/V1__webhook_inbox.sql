CREATE TABLE IF NOT EXISTS paycrypt_webhook_inbox (
  inbox VARCHAR(64) NOT NULL,
  digest VARCHAR(64) NOT NULL,
  state VARCHAR(9) NOT NULL,
  token VARCHAR(36),
  lane VARCHAR(100) NOT NULL,
  due_at BIGINT NOT NULL,
  attempts INT NOT NULL,
  received_at BIGINT NOT NULL,
  handled_at BIGINT,
  expires_at BIGINT NOT NULL,
  api_key VARCHAR(255),
  event_type VARCHAR(100) NOT NULL,
  order_id VARCHAR(100),
  session_id VARCHAR(100),
  last_error VARCHAR(500),
  payload BINARY LARGE OBJECT NOT NULL,
  PRIMARY KEY (inbox, digest)
);
CREATE UNIQUE INDEX IF NOT EXISTS paycrypt_webhook_inbox_lane ON paycrypt_webhook_inbox (inbox, lane);
CREATE INDEX IF NOT EXISTS paycrypt_webhook_inbox_due ON paycrypt_webhook_inbox (inbox, state, due_at);
CREATE INDEX IF NOT EXISTS paycrypt_webhook_inbox_session ON paycrypt_webhook_inbox (inbox, session_id, state, received_at);
