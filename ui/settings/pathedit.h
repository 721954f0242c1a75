// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settingscontext.h"

class QLineEdit;

namespace sockeye {

//! \brief A path with a button that lets the user choose a file.
class PathEdit final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PathEdit)

public:
    //! \a title is that of the file dialog.
    PathEdit(const QString &name, const QString &title, FileChooser choose, QWidget *parent = nullptr);
    ~PathEdit() override;

    [[nodiscard]] QString path() const;
    void setPath(const QString &path);

Q_SIGNALS:
    void edited();

private:
    QLineEdit *m_edit;
};

} // namespace sockeye
