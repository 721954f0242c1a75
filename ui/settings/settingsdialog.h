// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/queryerror.h"

#include "ui/settings/draftsecrets.h"
#include "ui/settings/settingscontext.h"
#include "ui/settings/settingspage.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace sockeye {

class EndpointsPage;
class NotificationsPage;
class ServicesPage;
class TargetsPage;
class ThresholdsPage;

//! \brief Edits a copy of the workspace and the preferences. Nothing changes outside before applied(), and
//! secrets go to the session's then and to no file ever.
class SettingsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    enum class Page { Endpoints, Services, Targets, Thresholds, Notifications, Appearance };

    explicit SettingsDialog(SettingsContext context, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    void showPage(sockeye::SettingsDialog::Page page);
    [[nodiscard]] Page page() const;
    //! \brief Shows the services that were found since the dialog was opened: what it did not know of would
    //! look like removed when it is applied.
    void addFoundServices(const Workspace &current);
    //! \brief Begins a new Prometheus server at \a url, for the user to complete.
    void addEndpoint(const QUrl &url);
    //! \brief Shows one Prometheus server, at the field where its \a error can be mended. One that the
    //! dialog does not know of is not shown.
    void showEndpoint(const EndpointId &endpoint, const std::optional<QueryError> &error = {});
    //! \brief Answers testNotificationRequested(): why it was not shown, or nothing when it was sent.
    void showNotificationResult(const QString &problem);

    void accept() override;
    void reject() override;

Q_SIGNALS:
    void applied(const sockeye::Workspace &workspace, const sockeye::Preferences &preferences);
    void testNotificationRequested();

private:
    void addPages();
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeSide();
    [[nodiscard]] QWidget *makeFooter();
    void colorRail();
    void pageChanged(int index);
    void search(const QString &text);
    void updateButtons();
    void toggleTest();
    //! \brief True when everything was valid and was handed over.
    bool apply();
    void stored(const Expected<void, SecretError> &outcome);
    [[nodiscard]] SettingsDraft collect() const;
    [[nodiscard]] SettingsPage *currentPage() const;

    SettingsContext m_context;
    DraftSecrets m_secrets;
    SettingsDraft m_original; //!< as the pages give it back before any edit
    std::vector<SettingsPage *> m_pages; //!< children, in the order of Page
    ServicesPage *m_services = nullptr;
    EndpointsPage *m_endpoints = nullptr;
    NotificationsPage *m_notifications = nullptr;
    QWidget *m_side = nullptr;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_apply = nullptr;
    QLabel *m_hint = nullptr;
    int m_storing = 0; //!< secrets that the keychain has not taken yet
    bool m_closesWhenStored = false;
};

//! \brief Takes back what refers to an endpoint or a target that is gone.
void dropDanglingReferences(Workspace &workspace);

} // namespace sockeye
