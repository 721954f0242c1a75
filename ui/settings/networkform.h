// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/foldgroup.h"
#include "ui/settings/formfields.h"
#include "ui/settings/networkdraft.h"
#include "ui/settings/secretrows.h"

class QCheckBox;

namespace sockeye {

//! \brief The group that asks for the way to a server: headers, proxy, redirects, compression.
class NetworkForm final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkForm)

public:
    //! \brief For whom it asks.
    enum class Offer {
        All,
        Way //!< of a probe endpoint: the proxy, and nothing of queries
    };

    //! Adds its group to \a column, which owns it, and its rows to \a fields. \a secrets must outlive the
    //! form.
    NetworkForm(FormColumn &column, FormFields &fields, const SettingsContext &context, DraftSecrets &secrets,
        Offer offer);
    ~NetworkForm() override;

    void show(const NetworkDraft &draft, const QString &sessionKey);
    [[nodiscard]] NetworkDraft draft() const;

Q_SIGNALS:
    void edited();

private:
    void addHeaders(FormFields &fields);
    void addProxy(FormFields &fields);
    void addProxySignIn(FormFields &fields, const FileChooser &choose, DraftSecrets &secrets);
    void addTransfer(FormFields &fields);
    void connectEditors();
    void arrange();
    [[nodiscard]] QStringList held() const;

    ProxyConfig m_loaded;
    FoldGroup *m_group;
    QPlainTextEdit *m_headers = nullptr; //!< it, redirects and compression: null with Offer::Way
    QComboBox *m_proxy = nullptr;
    QLineEdit *m_proxyUrl = nullptr;
    QLineEdit *m_proxyScript = nullptr;
    FormRow *m_scriptRow = nullptr;
    QLineEdit *m_noProxy = nullptr;
    QLineEdit *m_proxyUser = nullptr;
    SecretRows *m_proxySecret = nullptr;
    QCheckBox *m_followRedirects = nullptr;
    QComboBox *m_compression = nullptr;
    std::vector<FormRow *> m_proxyRows;
};

} // namespace sockeye
