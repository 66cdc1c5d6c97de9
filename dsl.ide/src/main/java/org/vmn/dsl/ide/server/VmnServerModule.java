package org.vmn.dsl.ide.server;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.util.Modules;
import org.eclipse.xtext.build.IncrementalBuilder;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import org.eclipse.xtext.ide.server.concurrent.RequestManager;
import org.vmn.dsl.ide.Uris;
import org.vmn.dsl.ide.build.Builder;

/**
 * The components of the server; those of the language are in {@link org.vmn.dsl.ide.VmnIdeModule}.
 */
final class VmnServerModule extends AbstractModule {

  @Override
  protected void configure() {
    install(
        Modules.override(new ServerModule())
            .with(
                new AbstractModule() {
                  @Override
                  protected void configure() {
                    bind(LanguageServerImpl.class).to(VmnLanguageServer.class);
                    bind(WorkspaceManager.class).to(Workspace.class);
                    // Xtext makes one for each that asks.
                    bind(IRequestManager.class).to(RequestManager.class).in(Singleton.class);
                    bind(UriExtensions.class).to(Uris.class);
                    bind(ILanguageServerShutdownAndExitHandler.class).to(ExitHandler.class);
                    bind(IncrementalBuilder.InternalStatefulIncrementalBuilder.class)
                        .to(Builder.class);
                  }
                }));
  }
}
