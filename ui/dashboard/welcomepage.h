// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/demosupervisor.h"
#include "core/http/secret.h"
#include "core/probe/websockettransport.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sockeye {

class ConnectionTrial;
class Theme;
struct Formatting;

//! \brief The start of a workspace with nothing in it: a Prometheus URL, a wss:// endpoint, or the demo, each
//! to be tested on the spot.
class WelcomePage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomePage)

public:
    //! References must outlive the page.
    struct Context {
        const Clock &clock;
        const SecretSource &secrets;
        TransportFactory transportFactory;
        const Theme &theme;
        const Formatting &formatting;
    };

    explicit WelcomePage(Context context, QWidget *parent = nullptr);
    ~WelcomePage() override;

    void showDemoStarting();
    void showDemoError(const DemoError &error);

Q_SIGNALS:
    void endpointAdded(const QUrl &url);
    void targetAdded(const QUrl &url);
    void demoRequested();
    //! \brief The server wants credentials: the settings have fields for them.
    void endpointSettingsRequested(const QUrl &url);

private:
    struct Row {
        QLineEdit *address = nullptr;
        QPushButton *test = nullptr;
        QPushButton *add = nullptr;
        QLabel *result = nullptr;
    };

    [[nodiscard]] Row makeRow(const QString &name, const QString &title, const QString &hint);
    [[nodiscard]] QWidget *makeDemoRow();
    void testEndpoint();
    void testTarget();
    void addEndpoint();
    void addTarget();
    void showResult(const Row &row, const QString &text, bool good);
    [[nodiscard]] std::optional<QUrl> serverUrl();
    [[nodiscard]] std::optional<QUrl> targetUrl();
    //! \brief Shows what is wrong with the address, if anything is.
    std::optional<QUrl> checked(
        const Row &row, const Expected<QUrl, UrlProblem> &url, const QStringList &schemes);

    Context m_context;
    Row m_endpoint;
    Row m_target;
    QPushButton *m_demo = nullptr;
    QLabel *m_demoResult = nullptr;
    std::unique_ptr<ConnectionTrial> m_endpointTrial;
    std::unique_ptr<ConnectionTrial> m_targetTrial;
};

} // namespace sockeye
