// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/accessdraft.h"
#include "ui/settings/networkform.h"
#include "ui/settings/signinform.h"
#include "ui/settings/tlsform.h"

namespace sockeye {

//! \brief The rows for sign-in, tenant, TLS and the network, as far as servers and probe endpoints have them
//! in common.
class AccessForm final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccessForm)

public:
    enum class Kind { Server, ProbeEndpoint };

    //! Adds its rows to \a column, which owns them, and to \a fields; both and \a secrets must outlive the
    //! form.
    AccessForm(FormColumn &column, FormFields &fields, const SettingsContext &context, DraftSecrets &secrets,
        Kind kind);
    ~AccessForm() override;

    //! \a sessionKey names the secret of the entry that is shown.
    void show(const AccessDraft &draft, const QString &sessionKey);
    [[nodiscard]] AccessDraft draft() const;

Q_SIGNALS:
    void edited();

private:
    void addTenant(FormColumn &column, FormFields &fields);
    void addHeaders(FormColumn &column, FormFields &fields);

    SignInForm *m_signIn;
    TlsForm *m_tls = nullptr;
    NetworkForm *m_network = nullptr;
    QLineEdit *m_tenant = nullptr; //!< null for a probe endpoint
    QPlainTextEdit *m_headers = nullptr; //!< those of an upgrade; null for a server
};

} // namespace sockeye
