// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/foldgroup.h"
#include "ui/settings/formfields.h"
#include "ui/settings/settingscontext.h"
#include "ui/settings/tlsdraft.h"

class QLineEdit;

namespace sockeye {

class PathEdit;

//! \brief The group that asks how a server is verified and what it is shown of us.
class TlsForm final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TlsForm)

public:
    //! Adds its group to \a column, which owns it, and its rows to \a fields.
    TlsForm(FormColumn &column, FormFields &fields, const SettingsContext &context);
    ~TlsForm() override;

    void show(const TlsDraft &draft);
    [[nodiscard]] TlsDraft draft() const;

Q_SIGNALS:
    void edited();

private:
    void addVerification(FormFields &fields, const FileChooser &choose);
    void addIdentity(FormFields &fields, const FileChooser &choose);
    void arrange();
    [[nodiscard]] QStringList held() const;

    TlsConfig m_loaded;
    FoldGroup *m_group;
    QComboBox *m_verify = nullptr;
    PathEdit *m_caFile = nullptr;
    PathEdit *m_certFile = nullptr;
    PathEdit *m_keyFile = nullptr;
    QLineEdit *m_serverName = nullptr;
    QComboBox *m_least = nullptr;
    FormRow *m_verifyRow = nullptr;
    FormRow *m_caFileRow = nullptr;
};

} // namespace sockeye
