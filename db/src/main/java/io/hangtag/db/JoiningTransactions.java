package io.hangtag.db;

import org.jooq.ConnectionProvider;
import org.jooq.TransactionContext;
import org.jooq.impl.ThreadLocalTransactionProvider;

/// Transactions of the calling thread that join the one it has open, and refuse to begin where
/// they would not.
///
/// jOOQ lets only the form without an argument join. The form that passes a configuration, begun
/// where another transaction is open, takes its connection and commits what it has done so far.
final class JoiningTransactions extends ThreadLocalTransactionProvider {
  private static final String JOINED = JoiningTransactions.class.getName();

  private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

  JoiningTransactions(ConnectionProvider connections) {
    super(connections);
  }

  @Override
  public void begin(TransactionContext context) {
    if (depth.get() > 0 && context.configuration().data(JOINED) == null) {
      throw new IllegalStateException(
          "A transaction is open: begin one inside it with transactionResult(() -> ...), "
              + "which joins it, not with transactionResult(tx -> ...)");
    }
    super.begin(context);
    context.configuration().data(JOINED, true);
    depth.set(depth.get() + 1);
  }

  @Override
  public void commit(TransactionContext context) {
    super.commit(context);
    depth.set(depth.get() - 1);
  }

  @Override
  public void rollback(TransactionContext context) {
    try {
      super.rollback(context);
    } finally {
      depth.set(depth.get() - 1);
    }
  }
}
