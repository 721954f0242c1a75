// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/engine/demosupervisor.h"
#include "core/settings/keychain.h"
#include "core/settings/secretstore.h"

#include "ui/text/translator.h"
#include "ui/theme/theme.h"

#include "app/console/commandline.h"
#include "app/console/console.h"
#include "app/console/demofolder.h"
#include "app/console/documents.h"
#include "app/console/paths.h"
#include "app/console/singleinstance.h"
#include "app/console/starttrace.h"

#include <QObject>

#include <memory>

namespace sockeye {

//! \brief The program: makes its parts from bottom to top, in the order of the members, and takes them apart
//! the other way.
class Application final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Application)

public:
    explicit Application(CommandLine commandLine);
    ~Application() override;

    //! \brief Opens the window; false when it is open in another process, which was told to show it.
    [[nodiscard]] bool open();
    //! \brief Opens the window and runs until the user quits. The result is the exit status of the process.
    [[nodiscard]] int run();
    //! \brief What is being watched. Valid after open().
    [[nodiscard]] Console &console() { return *m_console; }

private:
    [[nodiscard]] Formatting makeFormatting() const;
    void applyTheme();
    void openConsole();
    void replaceByDemo();
    void openDemo();
    void connectConsole();
    void connectDemo();
    void saveWorkspace(const Workspace &workspace);
    void applyPreferences(const Preferences &preferences);
    void tellWhatWasPutAside();
    void scheduleScreenshot();
    void shootAndQuit();
    void showWindow();
    void quit();

    CommandLine m_commandLine;
    Paths m_paths;
    SystemClock m_clock;
    StartTrace m_trace{m_clock};
    Keychain m_keychain;
    SessionSecrets m_secrets{&m_keychain};
    Documents m_documents;
    Preferences m_preferences;
    QString m_storedLanguage; //!< what the preferences say when the command line says another
    std::unique_ptr<Translation> m_translation;
    Theme m_theme;
    SingleInstance m_instance;
    std::unique_ptr<DemoFolder> m_demoFolder;
    std::unique_ptr<DemoSupervisor> m_demo;
    QString m_demoError; //!< why the demo does not run; empty while it does
    std::unique_ptr<Console> m_console;
};

} // namespace sockeye
